// SPDX-License-Identifier: Apache-2.0

//! Pauses that end by themselves.
//!
//! `TxPause` keeps a call paused until somebody lifts the pause. That is for a referendum to decide;
//! who acts in haste pauses for a time, and the end is in the scheduler before the pause begins.

pub use pallet_timed_pause::*;

/// Pauses calls for a time. No storage of its own.
#[frame_support::pallet]
pub mod pallet_timed_pause {
	use frame_support::{
		dispatch::RawOrigin,
		pallet_prelude::*,
		traits::{
			schedule::{v3::Named, DispatchTime, HIGHEST_PRIORITY},
			GetCallMetadata, StorePreimage, TransactionPause,
		},
	};
	use frame_system::pallet_prelude::*;
	use pallet_scheduler::{BlockNumberFor as Clock, WeightInfo as _};
	use pallet_tx_pause::{RuntimeCallNameOf, WeightInfo as _};
	use sp_runtime::traits::{BlockNumberProvider, Saturating};

	type ScheduledCall<T> = <T as pallet_scheduler::Config>::RuntimeCall;
	type ScheduledOrigin<T> = <T as pallet_scheduler::Config>::PalletsOrigin;

	#[pallet::config]
	pub trait Config:
		frame_system::Config
		+ pallet_tx_pause::Config
		+ pallet_scheduler::Config<
			RuntimeCall: From<pallet_tx_pause::Call<Self>>,
			PalletsOrigin: From<RawOrigin<Self::AccountId>>,
		>
	{
		/// Who may pause a call for a time.
		type TimedPauseOrigin: EnsureOrigin<<Self as frame_system::Config>::RuntimeOrigin>;

		/// How long such a pause lasts if nobody ends it sooner, in blocks of the scheduler.
		#[pallet::constant]
		type PauseDuration: Get<Clock<Self>>;
	}

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	#[pallet::event]
	#[pallet::generate_deposit(fn deposit_event)]
	pub enum Event<T: Config> {
		/// A call is paused, and the pause ends by itself.
		PausedUntil {
			/// The pallet and the call.
			full_name: RuntimeCallNameOf<T>,
			/// The block of the scheduler at which the pause ends: one of the relay chain.
			until: Clock<T>,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// The runtime has no such call; pallet and call are written as in the metadata.
		UnknownCall,
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Pauses a call until [`Config::PauseDuration`] has passed.
		///
		/// ## Dispatch Origin
		/// [`Config::TimedPauseOrigin`].
		///
		/// ## Details
		/// Whoever may unpause can end it sooner, with `TxPause.unpause`. A call that is paused
		/// again starts a new time.
		///
		/// ## Errors
		/// - [`Error::UnknownCall`].
		/// - `TxPause.Unpausable`: the call is one of those that cannot be paused.
		/// - `TxPause.IsPaused`: it is paused already.
		/// - An error of the scheduler, if the block at which the pause would end is full.
		///
		/// ## Events
		/// `TxPause.CallPaused` and [`Event::PausedUntil`].
		#[pallet::call_index(0)]
		#[pallet::weight(
			<T as pallet_tx_pause::Config>::WeightInfo::pause()
				.saturating_add(<T as pallet_scheduler::Config>::WeightInfo::cancel_named(
					T::MaxScheduledPerBlock::get()
				))
				.saturating_add(<T as pallet_scheduler::Config>::WeightInfo::schedule_named(
					T::MaxScheduledPerBlock::get()
				))
		)]
		pub fn pause(origin: OriginFor<T>, full_name: RuntimeCallNameOf<T>) -> DispatchResult {
			T::TimedPauseOrigin::ensure_origin(origin)?;
			ensure!(Self::is_call(&full_name), Error::<T>::UnknownCall);
			pallet_tx_pause::Pallet::<T>::ensure_can_pause(&full_name)?;
			<pallet_tx_pause::Pallet<T> as TransactionPause>::pause(full_name.clone())
				.map_err(|_| pallet_tx_pause::Error::<T>::Unpausable)?;

			let id = sp_io::hashing::blake2_256(&(b"timed-pause", &full_name).encode());
			let unpause = pallet_tx_pause::Call::<T>::unpause { ident: full_name.clone() };
			let unpause = <T as pallet_scheduler::Config>::Preimages::bound(unpause.into())?;
			let duration = T::PauseDuration::get();
			// The end of an earlier pause of this call that somebody else has ended.
			let _ = Self::cancel(id);
			<pallet_scheduler::Pallet<T> as Named<_, ScheduledCall<T>, ScheduledOrigin<T>>>::schedule_named(
				id,
				DispatchTime::After(duration),
				None,
				HIGHEST_PRIORITY,
				RawOrigin::Root.into(),
				unpause,
			)?;
			let now = <T as pallet_scheduler::Config>::BlockNumberProvider::current_block_number();
			// The scheduler counts from the next block on.
			let until = now.saturating_add(duration).saturating_add(1u32.into());
			Self::deposit_event(Event::PausedUntil { full_name, until });
			Ok(())
		}
	}

	impl<T: Config> Pallet<T> {
		fn cancel(id: [u8; 32]) -> DispatchResult {
			<pallet_scheduler::Pallet<T> as Named<_, ScheduledCall<T>, ScheduledOrigin<T>>>::cancel_named(
				id,
			)
		}

		/// Whether the runtime has a call of this name.
		fn is_call((pallet, call): &RuntimeCallNameOf<T>) -> bool {
			type Calls<T> = <T as pallet_tx_pause::Config>::RuntimeCall;
			<Calls<T> as GetCallMetadata>::get_module_names()
				.iter()
				.find(|name| name.as_bytes() == pallet.as_slice())
				.is_some_and(|module| {
					<Calls<T> as GetCallMetadata>::get_call_names(module)
						.iter()
						.any(|name| name.as_bytes() == call.as_slice())
				})
		}
	}
}
